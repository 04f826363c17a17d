import type { BankCheck, QuestionCheck } from './check.ts'
import { componentKinds } from './component-kinds.ts'
import { coversDimensions } from './covers-dimensions.ts'
import { estimationWorks } from './estimation-works.ts'
import { idIsFolder } from './id-is-folder.ts'
import { phasesFillLength } from './phases-fill-length.ts'
import { referencesFitKind } from './references-fit-kind.ts'
import { uniqueIds } from './unique-ids.ts'
import { uniqueQuestionIds } from './unique-question-ids.ts'

export const QUESTION_CHECKS: readonly QuestionCheck[] = [
  idIsFolder,
  uniqueIds,
  coversDimensions,
  phasesFillLength,
  estimationWorks,
  referencesFitKind,
  componentKinds,
]

export const BANK_CHECKS: readonly BankCheck[] = [uniqueQuestionIds]
