import { cruiseTree } from './direction/cruise-tree.ts'
import { judgeCruise } from './direction/judge-cruise.ts'
import { ROOT } from './run/root.ts'
import { announce } from './run/verdict.ts'

/** Raised as the tree grows, so that a check that stops seeing it fails. */
const MODULE_FLOOR = 500

announce(judgeCruise(await cruiseTree(ROOT), MODULE_FLOOR))
