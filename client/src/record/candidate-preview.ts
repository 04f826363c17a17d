import type { ShareChoice } from '@drawbar/shared/interview/share-choice.ts'
import { checklistResult } from '@drawbar/shared/record/checklist-result.ts'
import type { SessionRecord, TimelineItem } from '@drawbar/shared/record/record.ts'

/**
 * What the candidate's copy would show for `choice`, made from the interviewer's copy on this page. The candidate's own
 * notes are missing: an interviewer never receives them. The server cuts the real copy by the same choice.
 */
export function candidatePreview(record: SessionRecord, choice: ShareChoice): SessionRecord {
  const { whole } = record.question
  return {
    ...record,
    copy: 'candidate',
    question: {
      presented: record.timeline.some(({ kind }) => kind === 'presented') ? record.question.presented : null,
      whole: null,
      answers:
        choice.answers && whole
          ? {
              keyPoints: whole.keyPoints,
              followUps: whole.followUps.map(({ question, goodAnswer }) => ({ question, goodAnswer })),
              references: whole.references,
            }
          : null,
    },
    timeline: record.timeline.filter((item) => isShown(item, choice)),
    checklist: choice.checklist ? record.checklist : null,
    result: choice.checklist || choice.summary ? checklistResult(record.checklist ?? []) : null,
    notes: record.notes.filter(({ id }) => choice.noteIds.includes(id)),
    message: choice.message,
    shared: null,
  }
}

function isShown(item: TimelineItem, choice: ShareChoice): boolean {
  switch (item.kind) {
    case 'mark':
      return choice.checklist
    case 'note':
      return choice.noteIds.includes(item.noteId)
    default:
      return true
  }
}
