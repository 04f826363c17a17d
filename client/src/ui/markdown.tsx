import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { Fragment, useMemo, type ReactNode } from 'react'
import styles from './markdown.module.css'

/**
 * Markdown as elements: paragraphs, lists, emphasis, code, quotes, links. HTML in the source is shown as the text it
 * is, and a link that is not http(s) is only its text.
 */
export function Markdown({ text }: { readonly text: string }) {
  const tokens = useMemo(() => new Lexer({ gfm: true }).lex(text), [text])
  return <div className={styles.prose}>{renderAll(tokens)}</div>
}

/** The same inside a line: no paragraphs, no lists. */
export function InlineMarkdown({ text }: { readonly text: string }) {
  const tokens = useMemo(() => new Lexer({ gfm: true }).inlineTokens(text), [text])
  return <>{renderAll(tokens)}</>
}

function renderAll(tokens: readonly Token[] | undefined): ReactNode {
  // Tokens have no identity of their own and are never reordered: the text as a whole is replaced.
  return tokens?.map((token, index) => <Fragment key={index}>{render(token)}</Fragment>)
}

function render(anyToken: Token): ReactNode {
  // No extension is registered, so the lexer makes no token of a type of its own.
  const token = anyToken as MarkedToken
  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'paragraph':
      return <p>{renderAll(token.tokens)}</p>
    case 'heading':
      return (
        <p>
          <strong>{renderAll(token.tokens)}</strong>
        </p>
      )
    case 'list':
      return renderList(token)
    case 'list_item':
      return <li>{renderAll(token.tokens)}</li>
    case 'blockquote':
      return <blockquote>{renderAll(token.tokens)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      )
    case 'strong':
      return <strong>{renderAll(token.tokens)}</strong>
    case 'em':
      return <em>{renderAll(token.tokens)}</em>
    case 'del':
      return <del>{renderAll(token.tokens)}</del>
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'hr':
      return <hr />
    case 'link':
      return renderLink(token)
    case 'text':
      return token.tokens ? renderAll(token.tokens) : keepNumbersWhole(token.text)
    case 'escape':
      return token.text
    default:
      return token.raw
  }
}

/** A number written with spaces, as 30 000, must not be broken at the end of a line. */
function keepNumbersWhole(text: string): string {
  return text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u202f')
}

function renderList(list: Tokens.List): ReactNode {
  const items = renderAll(list.items)
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>
}

function renderLink(link: Tokens.Link): ReactNode {
  if (!/^https?:\/\//i.test(link.href)) return renderAll(link.tokens)
  return (
    <a href={link.href} target="_blank" rel="noreferrer">
      {renderAll(link.tokens)}
    </a>
  )
}
