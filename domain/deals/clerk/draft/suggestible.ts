const PATHS: readonly RegExp[] = [
  /^(?:title|originId|destinationId|hubId|mode|incotermRule|incotermPlace|readyDate|goodsValue|goodsCurrency|wanted)$/,
  /^cargo\[\d{1,2}\]\.(?:description|hsCode|packages|packageType|grossWeightKg|volumeCbm|lengthCm|widthCm|heightCm|value|unNumber)$/,
  /^services\.logistics\.(?:equipment|equipmentCount|temperatureMin|temperatureMax)$/,
];

/**
 * Whether a field of the posting form may be filled from a text: goods, way and what service is asked, but never how bids are
 * taken, who sees them, who is invited or what is done next. A text is data, whoever wrote it.
 */
export const isSuggestible = (name: string): boolean => PATHS.some((path) => path.test(name));
