/** What tldraw asks of a browser and jsdom does not have; enough to make an editor, not to draw with it. */
export function fillBrowserGaps(): void {
  window.matchMedia ??= () =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: '',
      onchange: null,
      addListener() {},
      removeListener() {},
    })
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  document.elementFromPoint ??= () => null
  if (!('fonts' in document)) {
    Object.assign(document, { fonts: { add() {}, delete() {}, load: () => Promise.resolve([]) } })
  }
}
