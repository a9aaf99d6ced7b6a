/** Style and script of the HTML report: ours and no data. The script's hash stands in the page's policy; a test keeps it true. */

export const script = `for (const button of document.querySelectorAll('button[data-copy]'))
  button.addEventListener('click', async () => {
    const text = button.dataset.copy
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      const field = document.createElement('textarea')
      field.value = text
      document.body.append(field)
      field.select()
      document.execCommand('copy')
      field.remove()
      button.focus()
    }
    document.getElementById('said').textContent = 'Copied: ' + text
  })
`

export const scriptHash = 'sha256-AF4AC5irnc3YWRPhTtECINzlSFUsVhfMfHb9SSeukUA='

export const style = `:root {
  --paper: #fcfbf8; --leaf: #f4f2ec; --ink: #1d1b18; --soft: #67625a; --line: #dedad0; --link: #1f4e79;
  --error: #a8291c; --warning: #7a5200; --info: #1f4e79;
  --error-mark: #f9d9d3; --warning-mark: #f6e3b4; --info-mark: #d8e6f3;
  --text: "Iowan Old Style", Charter, "Source Serif 4", "Noto Serif", Cambria, Georgia, "Noto Serif CJK SC", "Songti SC", SimSun, serif;
  --plain: system-ui, "Segoe UI", "Noto Sans", Arial, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17171a; --leaf: #1f1f23; --ink: #e6e2d9; --soft: #a09a8f; --line: #35343a; --link: #92bfe8;
    --error: #f08a7b; --warning: #e3b95b; --info: #92bfe8;
    --error-mark: #5b241d; --warning-mark: #4d3b10; --info-mark: #1e3a55;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--text); }
header { position: sticky; top: 0; z-index: 1; display: flex; gap: 1.5rem; align-items: baseline; padding: .6rem 1.25rem; background: var(--paper); border-bottom: 1px solid var(--line); }
h1 { margin: 0; font: 600 1.05rem/1.4 var(--plain); }
#said { margin: 0; color: var(--soft); font: .9rem var(--plain); overflow-wrap: anywhere; }
nav { padding: .75rem 1.25rem; font: .95rem/1.7 var(--plain); border-bottom: 1px solid var(--line); }
nav ul { margin: 0; padding: 0; list-style: none; columns: 20rem; }
article { padding: 1rem 1.25rem 2rem; border-bottom: 1px solid var(--line); }
h2 { margin: 0 0 .75rem; font: 600 1rem var(--plain); overflow-wrap: anywhere; }
.sides { display: grid; grid-template-columns: minmax(0, 42rem) minmax(16rem, 26rem); gap: 2.5rem; align-items: start; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.findings { margin: 0; padding: 0; list-style: none; font: .92rem/1.5 var(--plain); overflow-wrap: anywhere; }
.findings li { margin: 0 0 .6rem; padding: .6rem .8rem; background: var(--leaf); border-left: 3px solid var(--line); scroll-margin-top: 4rem; }
.findings li.error { border-color: var(--error); } .findings li.warning { border-color: var(--warning); } .findings li.info { border-color: var(--info); }
.error > p > b { color: var(--error); } .warning > p > b { color: var(--warning); } .info > p > b { color: var(--info); }
.findings li:target { outline: 2px solid var(--link); }
.findings p { margin: 0 0 .2rem; }
q::before { content: "“"; } q::after { content: "”"; }
ins { font-weight: 600; text-decoration: none; }
.note, .where { color: var(--soft); }
.where { font-size: .85rem; }
a { color: var(--link); text-underline-offset: .18em; }
mark { color: inherit; border-radius: 2px; scroll-margin-top: 4rem; }
mark a { color: inherit; text-decoration: none; }
mark.error { background: var(--error-mark); } mark.warning { background: var(--warning-mark); } mark.info { background: var(--info-mark); }
.at { scroll-margin-top: 4rem; }
.at:target + mark { outline: 2px solid var(--link); }
button { font: inherit; font-size: .82rem; padding: .05rem .5rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 4px; cursor: pointer; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
@media (max-width: 52rem) { .sides { grid-template-columns: minmax(0, 1fr); gap: 1rem; } }
@media print { header { position: static; } button, #said { display: none; } }
`
