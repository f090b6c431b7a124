import {
  type Flaw,
  type InspectedGoods,
  LEGIBLE,
  NO_ODOUR,
  QUANTITY,
  calliper,
  moistureMeter,
  onFew,
  point,
  thermometer,
  weighed,
} from "./checklist-points";

const ODOURLESS = onFew({ code: "odour", isCritical: true }, NO_ODOUR);
const LABELLED = point({ code: "label", isCritical: true }, LEGIBLE);
const VOLATILE = onFew({ text: "挥发分 · Volatile matter", tolerance: "≤ 0.8 %" }, [0.24, 0.68, 0.12, 2, "%"]);
const DRY_WOOD = onFew({ code: "moisture", tolerance: "6–12 %", tool: moistureMeter }, [6.6, 11.4, 1.8, 1, "%"]);
/** Sawn wood is dried for the way and its use outdoors; what is made of sheets is dried further. */
const SAWN_WOOD = onFew({ code: "moisture", tolerance: "16–20 %", tool: moistureMeter }, [16.3, 19.6, 1.4, 1, "%"]);
const SOUND_WOOD = point({ code: "material", isCritical: true }, [
  "无开胶、无虫眼 · No delamination, no wormholes",
  "与封样一致 · As the sealed sample",
]);

const FLAWS_OF_RESIN: readonly Flaw[] = [
  ["film_torn", "内膜破损 · Torn film"],
  ["black_speck", "黑点 · Black specks"],
];
const FLAWS_OF_SHEETS: readonly Flaw[] = [
  ["edge_chipped", "板边轻微崩缺 · Slightly chipped edge"],
  ["resin_pocket", "树脂囊 · Resin pocket"],
  ["strap_loose", "捆带松动 · Loose strap"],
];

/** Codes that begin so, the points beside the number of pieces, and the light flaws that such goods have. */
type Row = readonly [codes: RegExp, points: InspectedGoods["points"], flaws: readonly Flaw[]];

/** All figures are estimates of what such goods measure. */
const ROWS: readonly Row[] = [
  [
    /^030633/,
    [
      onFew({ text: "活力 · Vitality", isCritical: true }, [
        "肢体活动有力 · Legs move strongly",
        "反应灵敏 · Reacts at once",
      ]),
      onFew({ text: "水温 · Water temperature", tolerance: "4–8 °C", tool: thermometer }, [4.6, 7.4, 0.8, 1, "°C"]),
      onFew({ code: "weight" }, [1.2, 2.6, 0.5, 2, "kg"]),
    ],
    [["leg_missing", "缺一足 · One leg missing"]],
  ],
  [
    /^(03|0811)/,
    [
      onFew({ text: "中心温度 · Core temperature", tolerance: "≤ −18 °C", tool: thermometer, isCritical: true }, [
        -22.5,
        -18.3,
        1.2,
        1,
        "°C",
      ]),
      onFew({ text: "镀冰率 · Glazing", tolerance: "≤ 15 %" }, [7, 14.4, 2.4, 1, "%"]),
      weighed({ text: "解冻后净重 · Net weight, deglazed" }, 2, { isLeast: true }),
    ],
    [
      ["freezer_burn", "局部风干 · Slight freezer burn"],
      ["broken_piece", "断碎 · Broken pieces"],
      ["carton_dented", "纸箱压痕 · Dented carton"],
    ],
  ],
  [
    /^(0709|0702|0703)/,
    [
      weighed({ code: "weight" }, 2),
      onFew({ code: "dimensions", tool: calliper }, [46, 78, 9, 0, "mm"]),
      point({ text: "腐烂率 · Decay", tolerance: "≤ 2 %" }, [0.2, 1.4, 0.5, 1, "%"]),
    ],
    [
      ["sprouting", "发芽 · Sprouting"],
      ["skin_split", "裂皮 · Split skin"],
    ],
  ],
  [
    /^(0803|0804|0805|0806(?!20)|0807|0808|0810)/,
    [
      onFew({ text: "果肉温度 · Pulp temperature", tool: thermometer }, [3.2, 13.6, 1.1, 1, "°C"]),
      onFew({ text: "糖度 · Soluble solids", tool: "糖度计 · Refractometer" }, [11.2, 17.8, 1.6, 1, "°Brix"]),
      point({ text: "腐烂率 · Decay", tolerance: "≤ 2 %" }, [0.2, 1.5, 0.6, 1, "%"]),
    ],
    [
      ["bruise", "碰压伤 · Bruise"],
      ["stem_dry", "果柄干枯 · Dry stem"],
      ["skin_mark", "果皮斑痕 · Skin mark"],
    ],
  ],
  [
    /^(07|08|09|10|11|12|23)/,
    [
      onFew({ code: "moisture", tolerance: "≤ 13 %", tool: moistureMeter }, [8.4, 12.6, 0.9, 1, "%"]),
      onFew({ text: "杂质 · Foreign matter", tolerance: "≤ 1 %" }, [0.1, 0.8, 0.2, 2, "%"]),
      ODOURLESS,
    ],
    [
      ["broken_grain", "破碎粒 · Broken grains"],
      ["bag_seam", "袋口缝线松 · Loose bag seam"],
    ],
  ],
  [
    /^04/,
    [
      onFew({ code: "moisture", tolerance: "≤ 20 %" }, [16.4, 18.6, 0.6, 1, "%"]),
      onFew({ code: "colour" }, ["浅琥珀色 · Light amber", "特浅琥珀色 · Extra light amber"]),
      ODOURLESS,
    ],
    [
      ["lid_loose", "桶盖未旋紧 · Lid not tight"],
      ["pail_dented", "桶身压痕 · Dented pail"],
    ],
  ],
  [
    /^15/,
    [
      onFew({ text: "水分及挥发物 · Moisture and volatile matter", tolerance: "≤ 0.2 %" }, [0.04, 0.16, 0.03, 2, "%"]),
      onFew({ text: "酸价 · Acid value", tolerance: "≤ 4 mg/g" }, [0.9, 2.6, 0.3, 1, "mg/g"]),
      ODOURLESS,
    ],
    [["valve_seep", "阀口轻微渗油 · Slight seep at the valve"]],
  ],
  [
    /^13/,
    [
      onFew({ code: "moisture", tolerance: "≤ 7 %" }, [3.8, 6.2, 0.7, 1, "%"]),
      onFew({ code: "colour" }, ["棕褐色，均匀 · Even brown", "与留样一致 · As the kept sample"]),
      ODOURLESS,
    ],
    [["lump", "结块 · Lumps"]],
  ],
  [
    /^(2[5-7]|31|7202)/,
    [
      onFew({ text: "全水分 · Total moisture" }, [0.4, 8.2, 0.6, 1, "%"]),
      onFew({ text: "粒度 · Particle size", tool: "标准筛 · Test sieves" }, [88, 98, 3, 1, "% < 50 mm"]),
      point({ code: "material", isCritical: true }, [
        "无可见杂物 · No visible foreign matter",
        "与留样一致 · As the kept sample",
      ]),
    ],
    [["bag_torn", "吨袋提带磨损 · Worn lifting loop"]],
  ],
  [/^39(0|1[0-4])/, [weighed({ code: "weight" }, 2), VOLATILE, LABELLED], FLAWS_OF_RESIN],
  [/^4001/, [weighed({ code: "weight" }, 2), VOLATILE, LABELLED], FLAWS_OF_RESIN],
  [
    /^4011/,
    [
      onFew({ text: "花纹深度 · Tread depth", tolerance: "≥ 15 mm" }, [15.2, 17.4, 0.6, 1, "mm"]),
      weighed({ code: "weight" }, 1),
      LABELLED,
    ],
    [["vent_rubber", "胶毛未修净 · Vent rubber untrimmed"]],
  ],
  [
    /^44(07|09)/,
    [
      onFew({ code: "dimensions", tolerance: "± 2 mm", tool: calliper }, [49.1, 51.2, 0.9, 1, "mm"]),
      SAWN_WOOD,
      SOUND_WOOD,
    ],
    [
      ["wane", "钝棱 · Wane"],
      ["resin_pocket", "树脂囊 · Resin pocket"],
      ["strap_loose", "捆带松动 · Loose strap"],
    ],
  ],
  [
    /^4408/,
    [
      onFew({ code: "dimensions", tolerance: "± 0.1 mm", tool: calliper }, [1.62, 1.78, 0.08, 2, "mm"]),
      DRY_WOOD,
      SOUND_WOOD,
    ],
    FLAWS_OF_SHEETS,
  ],
  [
    /^4412/,
    [
      onFew({ code: "dimensions", tolerance: "± 0.3 mm", tool: calliper }, [11.8, 12.2, 0.24, 2, "mm"]),
      DRY_WOOD,
      SOUND_WOOD,
    ],
    FLAWS_OF_SHEETS,
  ],
  [
    /^44/,
    [
      onFew({ code: "dimensions", tolerance: "± 0.3 mm", tool: calliper }, [17.75, 18.25, 0.3, 2, "mm"]),
      DRY_WOOD,
      SOUND_WOOD,
    ],
    FLAWS_OF_SHEETS,
  ],
  [
    /^4703/,
    [
      onFew({ code: "moisture", tolerance: "≤ 12 %" }, [7.8, 10.8, 1.2, 1, "%"]),
      onFew({ text: "白度 · ISO brightness", tolerance: "≥ 86 %" }, [86.6, 89.2, 0.9, 1, "%"]),
      LABELLED,
    ],
    [
      ["wire_broken", "捆扎铁丝断 · Broken baling wire"],
      ["bale_dirt", "浆包表面污 · Dirt on a bale"],
    ],
  ],
  [
    /^51/,
    [
      onFew({ text: "平均细度 · Mean fibre diameter", tolerance: "≤ 16.5 µm" }, [15.1, 16.3, 0.4, 1, "µm"]),
      onFew({ text: "平均长度 · Mean fibre length" }, [34, 41, 2, 0, "mm"]),
      onFew({ text: "回潮率 · Moisture regain", tolerance: "≤ 17 %" }, [9.2, 15.6, 1.1, 1, "%"]),
    ],
    [
      ["coarse_hair", "粗毛 · Coarse hair"],
      ["bale_cover", "包布破损 · Torn bale cover"],
    ],
  ],
  [
    /^5201/,
    [
      onFew({ text: "长度 · Staple length" }, [27.8, 29.6, 0.7, 1, "mm"]),
      onFew({ text: "马克隆值 · Micronaire", tolerance: "3.5–4.9" }, [3.7, 4.7, 0.4, 1, "µg/in"]),
      onFew({ text: "含杂率 · Trash content", tolerance: "≤ 3 %" }, [0.9, 2.6, 0.5, 1, "%"]),
    ],
    [
      ["bale_cover", "包布破损 · Torn bale cover"],
      ["foreign_fibre", "异性纤维 · Foreign fibre"],
    ],
  ],
  [
    /^52/,
    [
      onFew({ text: "支数 · Yarn count", tolerance: "Ne 30 ± 2 %" }, [29.5, 30.4, 0.4, 1, "Ne"]),
      onFew({ text: "断裂强度 · Tenacity" }, [14.2, 17.6, 0.9, 1, "cN/tex"]),
      onFew({ text: "条干 · Evenness", tolerance: "≤ 14 %" }, [12.1, 13.6, 0.5, 1, "% CV"]),
    ],
    [
      ["cone_soft", "筒纱松软 · Soft cone"],
      ["shade_cone", "筒纱色差 · Shade between cones"],
    ],
  ],
  [
    /^(5[4-5]|60)/,
    [
      onFew({ code: "dimensions", tolerance: "± 1 cm" }, [148.2, 151.6, 1.4, 1, "cm"]),
      onFew({ text: "克重 · Weight per area", tolerance: "± 5 %" }, [178, 236, 6, 0, "g/m²"]),
      onFew({ text: "摩擦色牢度 · Colour fastness to rubbing", isCritical: true }, [
        "干摩 4–5 级，湿摩 4 级 · Dry 4–5, wet 4",
        "干摩 4 级，湿摩 3–4 级 · Dry 4, wet 3–4",
      ]),
    ],
    [
      ["slub", "粗节 · Slub"],
      ["shade_bar", "轻微色档 · Slight shade bar"],
      ["oil_spot", "油污点 · Oil spot"],
    ],
  ],
];

/** What is looked at on goods of the first chapters, from fish to cloth, by their codes; the first that fits. */
export const RAW_GOODS: readonly InspectedGoods[] = ROWS.map(([codes, points, flaws]) => ({
  codes,
  points: [QUANTITY, ...points],
  flaws,
}));
