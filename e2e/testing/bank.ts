import { BANK_FOLDER } from '@drawbar/question-bank/bank-folder.ts'
import { loadBank } from '@drawbar/question-bank/load-bank.ts'
import type { Question } from '@drawbar/shared/question/question.ts'

export async function bankQuestions(): Promise<readonly Question[]> {
  const bank = await loadBank(BANK_FOLDER)
  if (!bank.ok) throw new Error('the question bank has mistakes; its own tests say which')
  return bank.questions
}

export async function bankQuestion(title: string): Promise<Question> {
  const question = (await bankQuestions()).find((one) => one.title === title)
  if (!question) throw new Error(`the bank has no question '${title}'`)
  return question
}
