/** Written by `npm run build` from glossary/ and rules/. */
declare module '#shipped' {
  const shipped: import('./rules/compiled.js').Shipped
  export default shipped
}
