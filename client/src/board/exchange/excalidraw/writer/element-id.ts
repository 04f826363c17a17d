/** The id of a shape's element: the shape's own, without what tldraw puts before it. */
export function elementId(shapeId: string): string {
  return shapeId.replace(/^shape:/, '')
}

/** The id of the text in an element or on it. */
export function labelId(containerId: string): string {
  return `${containerId}-text`
}
