import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser'
import { ROOT } from '../run/root.ts'

export interface Violation {
  rule: string
  comment: string
  from: string
  to: string
}

export interface Cruise {
  /** Files of ours that were read; nothing of node_modules. */
  modules: number
  violations: Violation[]
}

interface Rules extends IFlattenedRuleSet {
  options: ICruiseOptions
}

const rules: Rules = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs'))

/** Folders that the rules speak of. */
const CRUISED = ['client/src', 'server/src', 'shared/src', 'question-bank/src', 'e2e']

/** Reads a tree laid out like this repository and holds it against the direction rules. */
export async function cruiseTree(baseDir: string): Promise<Cruise> {
  const { options, ...ruleSet } = rules
  const folders = CRUISED.filter((folder) => existsSync(join(baseDir, folder)))
  if (folders.length === 0) return { modules: 0, violations: [] }
  const { output } = await cruise(folders, { ...options, baseDir, validate: true, ruleSet })
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was asked for')
  return {
    modules: output.modules.filter(({ source }) => isOurs(source)).length,
    violations: output.summary.violations.map(({ rule, comment, from, to }) => ({
      rule: rule.name,
      comment: comment ?? '',
      from,
      to,
    })),
  }
}

function isOurs(source: string): boolean {
  return !source.includes('node_modules') && CRUISED.some((folder) => source.startsWith(`${folder}/`))
}
