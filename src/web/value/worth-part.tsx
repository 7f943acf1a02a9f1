export function WorthPart(_: { readonly value: unknown }) {
  return null;
}
