import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { InlineMarkdown, Markdown } from './markdown.tsx'

function html(text: string): string {
  return renderToStaticMarkup(<Markdown text={text} />).replace(/^<div[^>]*>|<\/div>$/g, '')
}

describe('Markdown', () => {
  it('makes paragraphs, emphasis and code', () => {
    expect(html('One *two* **three** `a < b`.\n\nFour')).toBe(
      '<p>One <em>two</em> <strong>three</strong> <code>a &lt; b</code>.</p><p>Four</p>',
    )
  })

  it('makes lists, tight and loose, counted from where they start', () => {
    expect(html('- a\n- *b*')).toBe('<ul><li>a</li><li><em>b</em></li></ul>')
    expect(html('3. a\n4. b')).toBe('<ol start="3"><li>a</li><li>b</li></ol>')
    expect(html('- a\n\n- b')).toBe('<ul><li><p>a</p></li><li><p>b</p></li></ul>')
  })

  it('shows HTML as the text it is', () => {
    expect(html('<script>alert(1)</script>')).toBe('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html('a <img src=x onerror=alert(1)> b')).toBe('<p>a &lt;img src=x onerror=alert(1)&gt; b</p>')
  })

  it('links to http and https only', () => {
    expect(html('[a](https://example.org/?x=1&y=2)')).toBe(
      '<p><a href="https://example.org/?x=1&amp;y=2" target="_blank" rel="noreferrer">a</a></p>',
    )
    expect(html('[a](javascript:alert(1))')).toBe('<p>a</p>')
    expect(html('[a](data:text/html,x)')).toBe('<p>a</p>')
  })

  it('keeps what it does not draw readable', () => {
    expect(html('![a picture](https://example.org/a.png)')).toBe(
      '<p>![a picture](https://example.org/a.png)</p>',
    )
  })

  it('keeps a number written with spaces on one line', () => {
    expect(html('30 000 of 1 200 000 in 5 parts')).toBe(
      '<p>30\u202f000 of 1\u202f200\u202f000 in 5 parts</p>',
    )
  })

  it('renders a line without a paragraph around it', () => {
    expect(renderToStaticMarkup(<InlineMarkdown text="R&D uses `x` & *y*" />)).toBe(
      'R&amp;D uses <code>x</code> &amp; <em>y</em>',
    )
  })
})
