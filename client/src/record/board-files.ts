import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import type { ParticipantApi } from '../session/api.ts'
import type { BoardFiles } from './archive.ts'

/** The files a canvas makes of the record's board. The canvas is loaded when the first one is asked for. */
export async function boardFiles(
  api: ParticipantApi,
  { board, roundId }: SessionRecord,
): Promise<BoardFiles> {
  const { openBoardExport } = await import('../board/export-board.ts')
  return openBoardExport({ snapshot: board, roundId, api })
}
