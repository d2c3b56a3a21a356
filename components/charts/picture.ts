/**
 * A card as a drawing: what the page shows of it (boxes, words, charts), each at its place, as plain SVG that opens
 * anywhere. What is only for screen readers, buttons and tables behind a chart are left out.
 */
export async function pictureOf(card: HTMLElement | null, title: string): Promise<Blob> {
  if (!card) throw new Error('No card')
  const frame = card.getBoundingClientRect()
  const hidden = card.querySelector('[data-chart].invisible')
  hidden?.classList.remove('invisible')
  const parts = drawn(card, frame, Boolean(hidden))
  hidden?.classList.add('invisible')
  const [width, height] = [Math.ceil(frame.width), Math.ceil(frame.height)]
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img"><title>${escaped(title)}</title>${parts}</svg>`
  return new Blob([svg], { type: 'image/svg+xml' })
}

/** The drawing in points, two for each of the page. */
export async function pngOf(svg: Blob): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svg.text())}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * 2
  canvas.height = image.height * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((file) => (file ? resolve(file) : reject(new Error('No picture'))), 'image/png')
  })
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const LEFT_OUT = 'button, script, .sr-only, [role=tooltip]'
/** What of a drawing inside is said by style sheets, and has to be said on each shape. */
const SHAPE = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
]

function drawn(element: Element, frame: DOMRect, chartOnly: boolean): string {
  const look = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  if (look.display === 'none' || element.matches(LEFT_OUT) || (box.width < 2 && box.height < 2)) return ''
  if (chartOnly && element.matches('[data-chart] + section')) return ''
  if (look.clipPath !== 'none') return ''
  if (element instanceof SVGSVGElement) return inner(element, box, frame)
  const children = [...element.childNodes].map((child) => {
    if (child instanceof Element) return drawn(child, frame, chartOnly)
    return child instanceof Text ? words(child, look, frame) : ''
  })
  return rectangle(box, look, frame) + children.join('')
}

function rectangle(box: DOMRect, look: CSSStyleDeclaration, frame: DOMRect): string {
  const filled = !/, 0\)$/.test(look.backgroundColor)
  const edge = [look.borderTopWidth, look.borderBottomWidth].every((width) => Number.parseFloat(width) > 0)
  const outline = look.outlineStyle !== 'none' && look.outlineStyle !== 'auto'
  if (!filled && !edge && !outline) return ''
  const stroke = edge ? look.borderTopColor : outline ? look.outlineColor : 'none'
  const dashes = outline || look.borderTopStyle === 'dashed' ? ' stroke-dasharray="3 2"' : ''
  const radius = Number.parseFloat(look.borderRadius) || 0
  const turn = look.rotate === 'none' ? 0 : Number.parseFloat(look.rotate)
  const [x, y] = [box.x - frame.x, box.y - frame.y]
  // A box that was turned reports the upright one around it: √2 as wide where it is a diamond.
  const shrink = turn ? (box.width * (1 - Math.SQRT1_2)) / 2 : 0
  const about = turn ? ` transform="rotate(${turn} ${x + box.width / 2} ${y + box.height / 2})"` : ''
  const place = `x="${near(x + shrink)}" y="${near(y + shrink)}" width="${near(box.width - 2 * shrink)}" height="${near(box.height - 2 * shrink)}"`
  return `<rect ${place} rx="${Math.min(radius, box.width / 2, box.height / 2)}" fill="${filled ? look.backgroundColor : 'none'}" stroke="${stroke}"${dashes}${about}/>`
}

const near = (value: number) => Math.round(value * 10) / 10

/** The words of a text, line by line as the page broke them. */
function words(text: Text, look: CSSStyleDeclaration, frame: DOMRect): string {
  const range = document.createRange()
  const lines = new Map<number, { x: number; y: number; end: number; said: string }>()
  for (const { index, 0: word } of text.data.matchAll(/\S+\s*/g)) {
    range.setStart(text, index)
    range.setEnd(text, index + word.length)
    const box = range.getClientRects()[0]
    if (!box?.width) continue
    const line = lines.get(Math.round(box.y)) ?? { x: box.x, y: box.y + box.height * 0.76, end: 0, said: '' }
    lines.set(Math.round(box.y), { ...line, end: box.right, said: line.said + word })
  }
  const font = `font-family="${escaped(look.fontFamily)}" font-size="${look.fontSize}" font-weight="${look.fontWeight}" fill="${look.color}"`
  return [...lines.values()]
    .map(
      ({ x, y, end, said }) =>
        // As wide as on the page, also where the reader's machine has not the page's typeface.
        `<text x="${near(x - frame.x)}" y="${near(y - frame.y)}" textLength="${near(end - x)}" lengthAdjust="spacingAndGlyphs" ${font}>${escaped(said.trim())}</text>`,
    )
    .join('')
}

/** A drawing inside the card, with the colours of the page written into it. */
function inner(svg: SVGSVGElement, box: DOMRect, frame: DOMRect): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [from, to] = [svg, copy].map((one) => [...one.querySelectorAll('*')])
  from?.forEach((shape, i) => {
    const look = getComputedStyle(shape)
    const known = SHAPE.map((name) => `${name}:${look.getPropertyValue(name)}`)
    to?.[i]?.setAttribute('style', known.join(';'))
    to?.[i]?.removeAttribute('class')
  })
  copy.removeAttribute('class')
  copy.setAttribute('x', String(near(box.x - frame.x)))
  copy.setAttribute('y', String(near(box.y - frame.y)))
  copy.setAttribute('width', String(near(box.width)))
  copy.setAttribute('height', String(near(box.height)))
  return new XMLSerializer().serializeToString(copy)
}
