/** Gives the reader a file. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it first.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Gives the reader a table as a file. */
export const saveCsv = (name: string, text: string): void =>
  saveFile(`${name}.csv`, new Blob([text], { type: "text/csv" }));

const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "paint-order",
];

/** A picture of the page as a file of its own: with its size, its colours and the paper behind it. */
export function svgFile(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const [from, to] = [picture, copy].map((svg) => [svg, ...svg.querySelectorAll<SVGElement>("*")]);
  from?.forEach((element, i) => {
    const seen = getComputedStyle(element);
    // The strict rules of the page allow styles one by one, not as the text of an attribute.
    for (const name of STYLES) to?.[i]?.style.setProperty(name, seen.getPropertyValue(name));
  });
  const { width, height } = picture.getBoundingClientRect();
  const room = 12;
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const paper = getComputedStyle(document.body).backgroundColor;
  // Not as HTML writes it, whose names for signs no other reader of SVG knows.
  const drawn = new XMLSerializer().serializeToString(copy);
  const [w, h] = [width + 2 * room, height + 2 * room];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><rect width="${w}" height="${h}" fill="${paper}"/><svg x="${room}" y="${room}" width="${width}" height="${height}" overflow="visible">${drawn}</svg></svg>`;
}

/** The same in dots, three to each of the screen's. */
export async function pngFile(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * 3;
    canvas.height = image.height * 3;
    const brush = canvas.getContext("2d");
    if (brush === null) throw new Error("the browser draws no pictures");
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture came out")) : resolve(blob)), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
