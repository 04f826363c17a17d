/** The schema of boards that were made before a board said which it had. */
export const FIRST_SCHEMA_HASH = 'b3be082009de22f2'

/** tldraw 3.15.6 with its own shapes only. */
export const FIRST_SCHEMA_SEQUENCES: Readonly<Record<string, number>> = {
  'com.tldraw.store': 4,
  'com.tldraw.asset': 1,
  'com.tldraw.camera': 1,
  'com.tldraw.document': 2,
  'com.tldraw.instance': 25,
  'com.tldraw.instance_page_state': 5,
  'com.tldraw.page': 1,
  'com.tldraw.instance_presence': 6,
  'com.tldraw.pointer': 1,
  'com.tldraw.shape': 4,
  'com.tldraw.asset.bookmark': 2,
  'com.tldraw.asset.image': 5,
  'com.tldraw.asset.video': 5,
  'com.tldraw.shape.arrow': 6,
  'com.tldraw.shape.draw': 2,
  'com.tldraw.shape.frame': 1,
  'com.tldraw.shape.geo': 10,
  'com.tldraw.shape.group': 0,
  'com.tldraw.shape.highlight': 1,
  'com.tldraw.shape.image': 5,
  'com.tldraw.shape.line': 5,
  'com.tldraw.shape.note': 9,
  'com.tldraw.shape.text': 3,
  'com.tldraw.binding.arrow': 1,
}
