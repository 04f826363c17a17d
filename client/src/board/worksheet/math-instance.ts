import {
  addScalarDependencies,
  create,
  divideScalarDependencies,
  multiplyScalarDependencies,
  parseDependencies,
  unaryMinusDependencies,
  unitDependencies,
  type FactoryFunctionMap,
  type Unit,
} from 'mathjs'
import type { Amount, WorksheetMath } from './worksheet-math.ts'

/**
 * mathjs with what a worksheet needs and no more: its parser, its units, four operations. Nothing is evaluated by
 * mathjs itself: evaluate-node.ts walks what it parsed, so no function of the library can be reached from a row.
 */
export function createWorksheetMath(): WorksheetMath {
  const factories: Record<string, FactoryFunctionMap | undefined> = {
    addScalarDependencies,
    divideScalarDependencies,
    multiplyScalarDependencies,
    parseDependencies,
    unaryMinusDependencies,
    unitDependencies,
  }
  const math = create(factories as FactoryFunctionMap, { number: 'number', matrix: 'Array' })
  // The scalar functions are there, though the library's types name only their matrix forms.
  const { addScalar, multiplyScalar, divideScalar } = math as unknown as Readonly<
    Record<'addScalar' | 'multiplyScalar' | 'divideScalar', (a: Amount, b: Amount) => Amount>
  >
  return {
    parse: (source) => math.parse(source),
    unit: (value, name) => math.unit(value, name),
    add: addScalar,
    multiply: multiplyScalar,
    divide: divideScalar,
    negate: (a) => math.unaryMinus(a as Unit) as Amount,
  }
}
