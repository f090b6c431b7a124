/** Moves labels that would cover each other apart, keeping their order and going no lower than `bottom`. */
export function spreadLabels(wanted: readonly number[], gap: number, bottom: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  order.forEach((label, rank) => {
    const above = order[rank - 1];
    if (above) label.y = Math.max(label.y, above.y + gap);
  });
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const label = order[rank];
    if (label) label.y = Math.min(label.y, bottom - gap * (order.length - 1 - rank));
  }
  const placed = [...wanted];
  for (const { y, index } of order) placed[index] = y;
  return placed;
}
