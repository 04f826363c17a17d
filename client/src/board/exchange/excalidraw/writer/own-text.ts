import type { CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import type { ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { orderedRows, type Rows } from '@drawbar/shared/board/shapes/rows.ts'
import type { WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import type { ZoneShape } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import { componentLines } from '@drawbar/shared/graph/mermaid-notation.ts'

export type OwnShape = ComponentShape | ZoneShape | CardShape | WorksheetShape

type Cells = Readonly<Record<string, string>>

/** What is written on a shape of ours, a line a row. */
export function ownText(shape: OwnShape): string {
  switch (shape.type) {
    case 'component': {
      const { kind, label, technology, replicas, shards } = shape.props
      return componentLines({ label: label || titleOf(kind), technology, replicas, shards }).join('\n')
    }
    case 'zone':
      return shape.props.label || titleOf(shape.props.kind)
    case 'card':
      return tableText(shape.props.title || titleOf(shape.props.kind), shape.props.rows, cardRow)
    case 'worksheet':
      return tableText(shape.props.title || 'Numbers', shape.props.rows, worksheetRow)
  }
}

function tableText(title: string, rows: Rows, rowText: (cells: Cells) => string): string {
  const lines = orderedRows(rows).map(({ cells }) => rowText(cells))
  return [title, ...lines.filter((line) => line !== '')].join('\n').trim()
}

function cardRow(cells: Cells): string {
  return Object.entries(cells)
    .flatMap(([column, cell]) => (column === 'section' ? [] : [cell]))
    .join(' · ')
}

function worksheetRow({ name, expression }: Cells): string {
  return [name, expression].filter((cell) => cell !== undefined).join(' = ')
}
