/** `grammar/lazily.ts` by the name under which a bundler can put another: see `imports` in package.json. */
declare module '#grammar' {
  export const tag: typeof import('./grammar/lazily.js').tag
  export const words: typeof import('./grammar/lazily.js').words
}
