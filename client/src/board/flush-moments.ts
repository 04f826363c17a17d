/** Moments after which waiting for more changes is pointless or risky. Returns the way to stop. */
export function onFlushMoments(flush: () => void): () => void {
  const soon = () => {
    // tldraw handles the same event; what it makes of it must be in.
    setTimeout(flush, 0)
  }
  const hidden = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  window.addEventListener('pointerup', soon)
  window.addEventListener('pointercancel', soon)
  window.addEventListener('blur', flush)
  window.addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    window.removeEventListener('pointerup', soon)
    window.removeEventListener('pointercancel', soon)
    window.removeEventListener('blur', flush)
    window.removeEventListener('pagehide', flush)
    document.removeEventListener('visibilitychange', hidden)
  }
}
