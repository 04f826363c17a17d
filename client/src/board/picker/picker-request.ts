import { atom, type Atom, type Editor, type TLShapeId, type VecModel } from 'tldraw'

/** What the picker was opened for. */
export type PickerRequest =
  | {
      readonly mode: 'place'
      /** Where on the page the new piece's centre goes; null: where there is room. */
      readonly at: VecModel | null
      /** What it will be connected from. */
      readonly fromId: TLShapeId | null
      /** An arrow from there that waits for an end. */
      readonly arrowId: TLShapeId | null
    }
  | {
      /** Plain boxes that become components. */
      readonly mode: 'turn-into'
      readonly shapeIds: readonly TLShapeId[]
    }

const requests = new WeakMap<Editor, Atom<PickerRequest | null>>()

/** The picker's state on one canvas: null while it is closed. */
export function pickerOf(editor: Editor): Atom<PickerRequest | null> {
  let request = requests.get(editor)
  if (request === undefined) {
    request = atom<PickerRequest | null>('picker', null)
    requests.set(editor, request)
  }
  return request
}
