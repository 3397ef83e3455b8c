const ALLOWED: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 ul ol li table thead tbody tr th td strong em b i u s a br blockquote code pre hr sub sup'.split(' '),
)

/**
 * Keeps the elements that a document of the ISMS needs, without attributes but the address of a link.
 * ATTACKER: the html may come from an uploaded or imported file; it is parsed in a document of its own, where nothing runs.
 */
export function safeHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  clean(parsed.body)
  return parsed.body.innerHTML
}

function clean(parent: Element): void {
  for (const element of parent.querySelectorAll(':scope > *')) {
    const name = element.tagName.toLowerCase()
    if (['script', 'style', 'iframe', 'object', 'svg', 'math', 'template'].includes(name)) {
      element.remove()
      continue
    }
    clean(element)
    if (!ALLOWED.has(name)) {
      element.replaceWith(...element.childNodes)
      continue
    }
    const href = name === 'a' ? element.getAttribute('href') : null
    for (const attribute of element.getAttributeNames()) element.removeAttribute(attribute)
    if (href !== null && /^(https?:|mailto:|\/)/i.test(href)) element.setAttribute('href', href)
  }
}
