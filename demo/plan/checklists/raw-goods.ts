import {
  type InspectedGoods,
  LEGIBLE,
  NO_ODOUR,
  QUANTITY,
  calliper,
  moistureMeter,
  onFew,
  point,
  thermometer,
} from "./points";

/** What is looked at on goods of the first chapters, from fish to cloth, by their codes; the first that fits. All figures are estimates of what such goods measure. */
export const RAW_GOODS: readonly InspectedGoods[] = [
  {
    codes: /^030633/,
    points: [
      QUANTITY,
      onFew({ text: "活力 · Vitality", isCritical: true }, [
        "肢体活动有力 · Legs move strongly",
        "反应灵敏 · Reacts at once",
      ]),
      onFew({ text: "水温 · Water temperature", tolerance: "4–8 °C", tool: thermometer }, [4.6, 7.4, 0.8, 1, "°C"]),
      onFew({ code: "weight" }, [1.2, 2.6, 0.5, 2, "kg"]),
    ],
    flaws: [["leg_missing", "缺一足 · One leg missing"]],
  },
  {
    codes: /^(03|0811)/,
    points: [
      QUANTITY,
      onFew({ text: "中心温度 · Core temperature", tolerance: "≤ −18 °C", tool: thermometer, isCritical: true }, [
        -22.5,
        -18.3,
        1.2,
        1,
        "°C",
      ]),
      onFew({ text: "镀冰率 · Glazing", tolerance: "≤ 15 %" }, [7, 14.4, 2.4, 1, "%"]),
      onFew({ text: "解冻后净重 · Net weight, deglazed", tolerance: "≥ 10.00 kg" }, [10, 10.12, 0.06, 2, "kg"]),
    ],
    flaws: [
      ["freezer_burn", "局部风干 · Slight freezer burn"],
      ["broken_piece", "断碎 · Broken pieces"],
      ["carton_dented", "纸箱压痕 · Dented carton"],
    ],
  },
  {
    codes: /^(0709|0702|0703)/,
    points: [
      QUANTITY,
      onFew({ code: "weight" }, [9.9, 10.3, 0.3, 2, "kg"]),
      onFew({ code: "dimensions", tool: calliper }, [46, 78, 9, 0, "mm"]),
      point({ text: "腐烂率 · Decay", tolerance: "≤ 2 %", isCritical: true }, [0.2, 1.4, 0.5, 1, "%"]),
    ],
    flaws: [
      ["sprouting", "发芽 · Sprouting"],
      ["skin_split", "裂皮 · Split skin"],
    ],
  },
  {
    codes: /^(0803|0804|0805|0806(?!20)|0807|0808|0810)/,
    points: [
      QUANTITY,
      onFew({ text: "果肉温度 · Pulp temperature", tool: thermometer }, [3.2, 13.6, 1.1, 1, "°C"]),
      onFew({ text: "糖度 · Soluble solids", tool: "糖度计 · Refractometer" }, [11.2, 17.8, 1.6, 1, "°Brix"]),
      point({ text: "腐烂率 · Decay", tolerance: "≤ 2 %", isCritical: true }, [0.2, 1.5, 0.6, 1, "%"]),
    ],
    flaws: [
      ["bruise", "碰压伤 · Bruise"],
      ["stem_dry", "果柄干枯 · Dry stem"],
      ["skin_mark", "果皮斑痕 · Skin mark"],
    ],
  },
  {
    codes: /^(07|08|09|10|11|12|23)/,
    points: [
      QUANTITY,
      onFew({ code: "moisture", tolerance: "≤ 13 %", tool: moistureMeter }, [8.4, 12.6, 0.9, 1, "%"]),
      onFew({ text: "杂质 · Foreign matter", tolerance: "≤ 1 %" }, [0.1, 0.8, 0.2, 2, "%"]),
      onFew({ code: "odour", isCritical: true }, NO_ODOUR),
    ],
    flaws: [
      ["broken_grain", "破碎粒 · Broken grains"],
      ["bag_seam", "袋口缝线松 · Loose bag seam"],
    ],
  },
  {
    codes: /^04/,
    points: [
      QUANTITY,
      onFew({ code: "moisture", tolerance: "≤ 20 %" }, [16.4, 18.6, 0.6, 1, "%"]),
      onFew({ code: "colour" }, ["浅琥珀色 · Light amber", "特浅琥珀色 · Extra light amber"]),
      onFew({ code: "odour", isCritical: true }, NO_ODOUR),
    ],
    flaws: [
      ["lid_loose", "桶盖未旋紧 · Lid not tight"],
      ["pail_dented", "桶身压痕 · Dented pail"],
    ],
  },
  {
    codes: /^15/,
    points: [
      QUANTITY,
      onFew({ text: "水分及挥发物 · Moisture and volatile matter", tolerance: "≤ 0.2 %" }, [0.04, 0.16, 0.03, 2, "%"]),
      onFew({ text: "酸价 · Acid value", tolerance: "≤ 4 mg/g" }, [0.9, 2.6, 0.3, 1, "mg/g"]),
      onFew({ code: "odour", isCritical: true }, NO_ODOUR),
    ],
    flaws: [["valve_seep", "阀口轻微渗油 · Slight seep at the valve"]],
  },
  {
    codes: /^13/,
    points: [
      QUANTITY,
      onFew({ code: "moisture", tolerance: "≤ 7 %" }, [3.8, 6.2, 0.7, 1, "%"]),
      onFew({ code: "colour" }, ["棕褐色，均匀 · Even brown", "与留样一致 · As the kept sample"]),
      onFew({ code: "odour", isCritical: true }, NO_ODOUR),
    ],
    flaws: [["lump", "结块 · Lumps"]],
  },
  {
    codes: /^(2[5-7]|31|7202)/,
    points: [
      QUANTITY,
      onFew({ text: "全水分 · Total moisture" }, [0.4, 8.2, 0.6, 1, "%"]),
      onFew({ text: "粒度 · Particle size", tool: "标准筛 · Test sieves" }, [88, 98, 3, 1, "% < 50 mm"]),
      point({ code: "material", isCritical: true }, [
        "无可见杂物 · No visible foreign matter",
        "与留样一致 · As the kept sample",
      ]),
    ],
    flaws: [["bag_torn", "吨袋提带磨损 · Worn lifting loop"]],
  },
  {
    codes: /^39/,
    points: [
      QUANTITY,
      onFew({ code: "weight" }, [24.94, 25.08, 0.06, 2, "kg"]),
      onFew({ text: "挥发分 · Volatile matter", tolerance: "≤ 0.8 %" }, [0.24, 0.68, 0.12, 2, "%"]),
      point({ code: "label", isCritical: true }, LEGIBLE),
    ],
    flaws: [
      ["film_torn", "内膜破损 · Torn film"],
      ["black_speck", "黑点 · Black specks"],
    ],
  },
  {
    codes: /^4001/,
    points: [
      QUANTITY,
      onFew({ code: "weight" }, [34.9, 35.12, 0.1, 2, "kg"]),
      onFew({ text: "挥发分 · Volatile matter", tolerance: "≤ 0.8 %" }, [0.24, 0.68, 0.12, 2, "%"]),
      point({ code: "label", isCritical: true }, LEGIBLE),
    ],
    flaws: [
      ["film_torn", "内膜破损 · Torn film"],
      ["black_speck", "黑点 · Black specks"],
    ],
  },
  {
    codes: /^4011/,
    points: [
      QUANTITY,
      onFew({ text: "花纹深度 · Tread depth", tolerance: "≥ 15 mm" }, [15.2, 17.4, 0.6, 1, "mm"]),
      onFew({ code: "weight" }, [58.4, 66.8, 1.4, 1, "kg"]),
      point({ code: "label", isCritical: true }, LEGIBLE),
    ],
    flaws: [["vent_rubber", "胶毛未修净 · Vent rubber untrimmed"]],
  },
  {
    codes: /^44(07|09)/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tolerance: "± 2 mm", tool: calliper }, [49.1, 51.2, 0.9, 1, "mm"]),
      onFew({ code: "moisture", tolerance: "6–12 %", tool: moistureMeter }, [6.6, 11.4, 1.8, 1, "%"]),
      point({ code: "material", isCritical: true }, [
        "无开胶、无虫眼 · No delamination, no wormholes",
        "与封样一致 · As the sealed sample",
      ]),
    ],
    flaws: [
      ["wane", "钝棱 · Wane"],
      ["resin_pocket", "树脂囊 · Resin pocket"],
      ["strap_loose", "捆带松动 · Loose strap"],
    ],
  },
  {
    codes: /^4408/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tolerance: "± 0.1 mm", tool: calliper }, [1.62, 1.78, 0.08, 2, "mm"]),
      onFew({ code: "moisture", tolerance: "6–12 %", tool: moistureMeter }, [6.6, 11.4, 1.8, 1, "%"]),
      point({ code: "material", isCritical: true }, [
        "无开胶、无虫眼 · No delamination, no wormholes",
        "与封样一致 · As the sealed sample",
      ]),
    ],
    flaws: [
      ["edge_chipped", "板边轻微崩缺 · Slightly chipped edge"],
      ["resin_pocket", "树脂囊 · Resin pocket"],
      ["strap_loose", "捆带松动 · Loose strap"],
    ],
  },
  {
    codes: /^4412/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tolerance: "± 0.3 mm", tool: calliper }, [11.8, 12.2, 0.24, 2, "mm"]),
      onFew({ code: "moisture", tolerance: "6–12 %", tool: moistureMeter }, [6.6, 11.4, 1.8, 1, "%"]),
      point({ code: "material", isCritical: true }, [
        "无开胶、无虫眼 · No delamination, no wormholes",
        "与封样一致 · As the sealed sample",
      ]),
    ],
    flaws: [
      ["edge_chipped", "板边轻微崩缺 · Slightly chipped edge"],
      ["resin_pocket", "树脂囊 · Resin pocket"],
      ["strap_loose", "捆带松动 · Loose strap"],
    ],
  },
  {
    codes: /^44/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tolerance: "± 0.3 mm", tool: calliper }, [17.75, 18.25, 0.3, 2, "mm"]),
      onFew({ code: "moisture", tolerance: "6–12 %", tool: moistureMeter }, [6.6, 11.4, 1.8, 1, "%"]),
      point({ code: "material", isCritical: true }, [
        "无开胶、无虫眼 · No delamination, no wormholes",
        "与封样一致 · As the sealed sample",
      ]),
    ],
    flaws: [
      ["edge_chipped", "板边轻微崩缺 · Slightly chipped edge"],
      ["resin_pocket", "树脂囊 · Resin pocket"],
      ["strap_loose", "捆带松动 · Loose strap"],
    ],
  },
  {
    codes: /^4703/,
    points: [
      QUANTITY,
      onFew({ code: "moisture", tolerance: "≤ 12 %" }, [7.8, 10.8, 1.2, 1, "%"]),
      onFew({ text: "白度 · ISO brightness", tolerance: "≥ 86 %" }, [86.6, 89.2, 0.9, 1, "%"]),
      point({ code: "label", isCritical: true }, LEGIBLE),
    ],
    flaws: [
      ["wire_broken", "捆扎铁丝断 · Broken baling wire"],
      ["bale_dirt", "浆包表面污 · Dirt on a bale"],
    ],
  },
  {
    codes: /^51/,
    points: [
      QUANTITY,
      onFew({ text: "平均细度 · Mean fibre diameter", tolerance: "≤ 16.5 µm" }, [15.1, 16.3, 0.4, 1, "µm"]),
      onFew({ text: "平均长度 · Mean fibre length" }, [34, 41, 2, 0, "mm"]),
      onFew({ text: "回潮率 · Moisture regain", tolerance: "≤ 17 %" }, [9.2, 15.6, 1.1, 1, "%"]),
    ],
    flaws: [
      ["coarse_hair", "粗毛 · Coarse hair"],
      ["bale_cover", "包布破损 · Torn bale cover"],
    ],
  },
  {
    codes: /^5201/,
    points: [
      QUANTITY,
      onFew({ text: "长度 · Staple length" }, [27.8, 29.6, 0.7, 1, "mm"]),
      onFew({ text: "马克隆值 · Micronaire", tolerance: "3.5–4.9" }, [3.7, 4.7, 0.4, 1, "µg/in"]),
      onFew({ text: "含杂率 · Trash content", tolerance: "≤ 3 %" }, [0.9, 2.6, 0.5, 1, "%"]),
    ],
    flaws: [
      ["bale_cover", "包布破损 · Torn bale cover"],
      ["foreign_fibre", "异性纤维 · Foreign fibre"],
    ],
  },
  {
    codes: /^52/,
    points: [
      QUANTITY,
      onFew({ text: "支数 · Yarn count", tolerance: "Ne 30 ± 2 %" }, [29.5, 30.4, 0.4, 1, "Ne"]),
      onFew({ text: "断裂强度 · Tenacity" }, [14.2, 17.6, 0.9, 1, "cN/tex"]),
      onFew({ text: "条干 · Evenness", tolerance: "≤ 14 %" }, [12.1, 13.6, 0.5, 1, "% CV"]),
    ],
    flaws: [
      ["cone_soft", "筒纱松软 · Soft cone"],
      ["shade_cone", "筒纱色差 · Shade between cones"],
    ],
  },
  {
    codes: /^(5[4-5]|60)/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tolerance: "± 1 cm" }, [148.2, 151.6, 1.4, 1, "cm"]),
      onFew({ text: "克重 · Weight per area", tolerance: "± 5 %" }, [178, 236, 6, 0, "g/m²"]),
      onFew({ text: "摩擦色牢度 · Colour fastness to rubbing", isCritical: true }, [
        "干摩 4–5 级，湿摩 4 级 · Dry 4–5, wet 4",
        "干摩 4 级，湿摩 3–4 级 · Dry 4, wet 3–4",
      ]),
    ],
    flaws: [
      ["slub", "粗节 · Slub"],
      ["shade_bar", "轻微色档 · Slight shade bar"],
      ["oil_spot", "油污点 · Oil spot"],
    ],
  },
];
