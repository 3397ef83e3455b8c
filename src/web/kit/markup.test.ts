import { describe, expect, test } from 'vitest'
import { htmlOf, markupOf } from './markup.ts'

describe('rich text in plain signs', () => {
  const markup = '# Beleid\n\nWij **beschermen** wat ons is toevertrouwd.\nAltijd.\n\n- een\n- twee\n\n1. eerst\n2. dan'

  test('becomes headings, paragraphs and lists', () => {
    expect(htmlOf(markup)).toBe(
      '<h1>Beleid</h1>\n<p>Wij <strong>beschermen</strong> wat ons is toevertrouwd.<br>Altijd.</p>\n<ul><li>een</li><li>twee</li></ul>\n<ol><li>eerst</li><li>dan</li></ol>',
    )
  })

  test('comes back as it was written', () => {
    expect(markupOf(htmlOf(markup))).toBe(markup)
  })

  test('never makes an element of what somebody typed', () => {
    expect(htmlOf('a <script>x</script> & b')).toBe('<p>a &lt;script&gt;x&lt;/script&gt; &amp; b</p>')
    expect(markupOf(htmlOf('a <b> & c'))).toBe('a <b> & c')
  })

  test('links only to addresses of the web, of mail and of our own', () => {
    expect(htmlOf('[x](javascript:alert(1))')).not.toContain('<a')
    expect(htmlOf('[x](https://example.org)')).toContain('<a href="https://example.org">x</a>')
  })
})
