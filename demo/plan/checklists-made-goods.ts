import {
  type InspectedGoods,
  HEAT,
  LEGIBLE,
  QUANTITY,
  WORKS,
  calliper,
  moistureMeter,
  onFew,
  point,
  weighed,
} from "./checklist-points";

/** What is looked at on goods of the later chapters, from garments to toys, by their codes; the first that fits, and the last of whatever else there is. All figures are estimates of what such goods measure. */
export const MADE_GOODS: readonly InspectedGoods[] = [
  {
    codes: /^6115/,
    points: [
      QUANTITY,
      onFew({ text: "袜筒长 · Leg length", tolerance: "± 1 cm", tool: "直尺 · Ruler" }, [17.4, 18.6, 0.7, 1, "cm"]),
      onFew({ text: "袜底长 · Foot length", tolerance: "± 1 cm", tool: "直尺 · Ruler" }, [24.3, 25.7, 0.8, 1, "cm"]),
      point({ text: "缝头 · Toe linking", isCritical: true }, [
        "平整无漏针 · Flat, no dropped stitch",
        "无洞无线头 · No hole, no loose end",
      ]),
      onFew({ text: "袜口拉伸 · Stretch of the welt", tolerance: "≥ 18 cm" }, [18.6, 21.8, 1.2, 1, "cm"]),
    ],
    tests: [{ test: "rub", level: "S-1" }],
    flaws: [
      ["loose_thread", "线头未剪净 · Loose threads"],
      ["pair_length", "同双长短不一 · Lengths differ within a pair"],
    ],
  },
  {
    codes: /^6[12]/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tolerance: "± 1 cm", tool: "卷尺 · Tape" }, [51.2, 73.6, 0.9, 1, "cm"]),
      point({ text: "缝线 · Stitching", tolerance: "≥ 10 针/3 cm" }, [10, 13, 1, 0, "针/3 cm · stitches per 3 cm"]),
      onFew({ text: "色牢度 · Colour fastness", isCritical: true }, ["4 级 · Grade 4", "4–5 级 · Grade 4–5"]),
    ],
    tests: [{ test: "rub", level: "S-1" }],
    flaws: [
      ["loose_thread", "线头未剪净 · Loose threads"],
      ["skipped_stitch", "跳针 · Skipped stitch"],
      ["label_askew", "主标歪斜 · Label askew"],
    ],
  },
  {
    codes: /^64/,
    points: [
      QUANTITY,
      onFew({ text: "鞋底粘合 · Sole bond", tolerance: "≥ 3.5 N/mm" }, [3.7, 5.2, 0.6, 1, "N/mm"]),
      onFew({ code: "dimensions", tolerance: "± 2 mm" }, [252, 278, 2, 0, "mm"]),
      point({ code: "label", isCritical: true }, LEGIBLE),
    ],
    tests: [{ test: "rub", level: "S-1" }],
    flaws: [
      ["glue_mark", "溢胶 · Glue mark"],
      ["loose_thread", "线头未剪净 · Loose threads"],
      ["pair_shade", "同双色差 · Shade differs within a pair"],
    ],
  },
  {
    codes: /^38/,
    points: [
      QUANTITY,
      weighed({ code: "weight" }, 0),
      onFew({ code: "moisture", tolerance: "≤ 0.5 %" }, [0.12, 0.42, 0.08, 2, "%"]),
      point({ code: "material", isCritical: true }, HEAT),
    ],
    flaws: [["bag_torn", "吨袋提带磨损 · Worn lifting loop"]],
  },
  {
    codes: /^6907/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tolerance: "± 0.6 mm", tool: calliper }, [599.5, 600.4, 0.4, 1, "mm"]),
      onFew({ text: "吸水率 · Water absorption", tolerance: "≤ 0.5 %" }, [0.05, 0.34, 0.08, 2, "%"]),
      point({ code: "appearance", isCritical: true }, [
        "色号一致 · One shade",
        "平整度合格，色号一致 · Flat, one shade",
      ]),
    ],
    flaws: [
      ["corner_chipped", "掉角 · Chipped corner"],
      ["glaze_pinhole", "釉面针孔 · Pinhole in the glaze"],
    ],
  },
  {
    codes: /^69/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tolerance: "± 1 mm", tool: calliper }, [229.2, 230.7, 0.8, 1, "mm"]),
      onFew({ text: "体积密度 · Bulk density", tolerance: "≥ 2.90 g/cm³" }, [2.92, 3.05, 0.05, 2, "g/cm³"]),
      point({ code: "material", isCritical: true }, HEAT),
    ],
    flaws: [
      ["corner_chipped", "掉角 · Chipped corner"],
      ["hair_crack", "表面发纹 · Hairline crack"],
    ],
  },
  {
    codes: /^8545/,
    points: [
      QUANTITY,
      onFew({ text: "直径 · Diameter", tool: calliper }, [447.4, 449.6, 1.1, 1, "mm"]),
      onFew({ text: "电阻率 · Resistivity", tolerance: "≤ 6.5 µΩ·m" }, [5.1, 6.3, 0.4, 1, "µΩ·m"]),
      point({ code: "material", isCritical: true }, HEAT),
    ],
    flaws: [["thread_chip", "螺纹轻微崩缺 · Slight chip in the thread"]],
  },
  {
    codes: /^74/,
    points: [
      QUANTITY,
      weighed({ code: "weight" }, 0),
      onFew({ text: "厚度 · Thickness", tool: calliper }, [11.2, 15.6, 1.6, 1, "mm"]),
      point({ code: "material", isCritical: true }, HEAT),
    ],
    flaws: [["nodule", "表面结粒 · Nodule on the surface"]],
  },
  {
    codes: /^7210/,
    points: [
      QUANTITY,
      onFew({ text: "厚度 · Thickness", tolerance: "± 0.04 mm", tool: "千分尺 · Micrometer" }, [
        0.77,
        0.81,
        0.03,
        3,
        "mm",
      ]),
      onFew({ text: "镀锌层 · Zinc coating", tolerance: "≥ 80 g/m²" }, [82, 96, 6, 0, "g/m²"]),
      point({ code: "material", isCritical: true }, HEAT),
    ],
    flaws: [
      ["edge_dent", "卷边磕碰 · Dented coil edge"],
      ["white_rust", "轻微白锈 · Slight white rust"],
    ],
  },
  {
    codes: /^7304/,
    points: [
      QUANTITY,
      onFew({ text: "外径 · Outside diameter", tolerance: "± 1 %", tool: calliper }, [177.1, 178.9, 0.9, 1, "mm"]),
      onFew({ text: "壁厚 · Wall thickness", tolerance: "≥ 8.05 mm" }, [8.6, 9.7, 0.5, 2, "mm"]),
      point({ code: "material", isCritical: true }, HEAT),
    ],
    flaws: [
      ["protector_loose", "护丝松动 · Loose thread protector"],
      ["surface_rust", "轻微浮锈 · Light surface rust"],
    ],
  },
  {
    codes: /^7/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tool: calliper }, [11.7, 12.3, 0.3, 2, "mm"]),
      onFew({ text: "每米重量 · Weight per metre", tolerance: "± 5 %" }, [0.85, 0.92, 0.03, 3, "kg/m"]),
      point({ code: "material", isCritical: true }, HEAT),
    ],
    flaws: [
      ["surface_rust", "轻微浮锈 · Light surface rust"],
      ["tag_missing", "缺标牌 · Tag missing"],
    ],
  },
  {
    codes: /^(8477|8445|8457|8452)/,
    points: [
      QUANTITY,
      point({ text: "铭牌与出厂编号 · Rating plate and serial number", isCritical: true }, LEGIBLE),
      point({ text: "试运行 · Trial run", isCritical: true }, WORKS),
      point({ text: "防护与急停 · Guarding and emergency stop", isCritical: true }, [
        "防护到位，急停有效 · Guards in place, stop works",
        "开门即停，急停有效 · Stops when opened, stop works",
      ]),
    ],
    flaws: [["paint_scratch", "漆面轻微划痕 · Light scratch in the paint"]],
  },
  {
    codes: /^(8517|8524|8541)/,
    points: [
      QUANTITY,
      onFew({ text: "直流供电 · Direct-current supply", tolerance: "± 5 %" }, [97.4, 102.2, 1.6, 1, "%"]),
      point({ code: "label" }, LEGIBLE),
      onFew({ code: "function", isCritical: true }, WORKS),
    ],
    tests: [{ test: "barcode_scan", level: "S-1" }],
    flaws: [
      ["surface_scratch", "外壳轻微划痕 · Light scratch on the housing"],
      ["print_faint", "丝印偏淡 · Faint screen print"],
    ],
  },
  {
    codes: /^(8507|846721|8711)/,
    points: [
      QUANTITY,
      onFew({ text: "电池荷电状态 · State of charge", tolerance: "≤ 30 %" }, [22, 29, 3, 0, "%"]),
      onFew({ text: "充放电 · Charging and discharging", isCritical: true }, [
        "充放电正常，无发热 · Charges and discharges without heating",
        "充电器识别正常 · The charger recognises the pack",
      ]),
      point({ code: "label" }, LEGIBLE),
      onFew({ code: "function", isCritical: true }, WORKS),
    ],
    tests: [{ test: "barcode_scan", level: "S-1" }],
    flaws: [
      ["surface_scratch", "外壳轻微划痕 · Light scratch on the housing"],
      ["manual_missing", "缺说明书 · Manual missing"],
    ],
  },
  {
    codes: /^(8429|8427|870[1-5]|8716)/,
    points: [
      QUANTITY,
      point({ text: "铭牌与车架号 · Plate and chassis number", isCritical: true }, LEGIBLE),
      point({ code: "appearance" }, ["漆面完好 · Paint sound", "外观无碰伤 · No dents"]),
      point({ code: "function", isCritical: true }, WORKS),
    ],
    flaws: [["paint_scratch", "漆面轻微划痕 · Light scratch in the paint"]],
  },
  {
    codes: /^(8708|8712|8714)/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tolerance: "± 0.1 mm", tool: calliper }, [24.92, 25.06, 0.09, 2, "mm"]),
      onFew({ text: "装配检查 · Fit on the gauge", isCritical: true }, [
        "检具检验合格 · Passes the gauge",
        "装配到位 · Fits in place",
      ]),
      point({ code: "label" }, LEGIBLE),
    ],
    flaws: [
      ["paint_thin", "电泳层偏薄 · Thin coating"],
      ["burr", "毛刺 · Burr"],
      ["oil_missing", "防锈油不足 · Too little rust oil"],
    ],
  },
  {
    codes: /^94/,
    points: [
      QUANTITY,
      onFew({ code: "assembly", isCritical: true }, [
        "按说明书装配到位 · Assembled by the manual",
        "孔位对齐，配件齐全 · Holes fit, fittings complete",
      ]),
      onFew({ code: "moisture", tolerance: "8–12 %", tool: moistureMeter }, [8.3, 11.6, 1.2, 1, "%"]),
      onFew({ text: "稳定性 · Stability" }, [
        "侧推 10° 不倾倒 · Does not tip at 10°",
        "满载 2 小时无变形 · No sag in 2 hours under load",
      ]),
    ],
    tests: [{ test: "carton_drop", level: "S-1" }],
    flaws: [
      ["edge_band_loose", "封边翘起 · Edge band lifts"],
      ["fabric_crease", "面料起皱 · Creased cover"],
    ],
  },
  {
    codes: /^95/,
    points: [
      QUANTITY,
      onFew({ text: "小零件 · Small parts", isCritical: true }, [
        "无脱落小零件 · No loose small parts",
        "扭力拉力后无脱落 · Nothing came off in torque and pull",
      ]),
      point({ code: "label" }, LEGIBLE),
      onFew({ code: "function" }, WORKS),
    ],
    tests: [{ test: "carton_drop", level: "S-1" }],
    flaws: [
      ["print_faint", "印刷偏淡 · Faint print"],
      ["flash", "合模飞边 · Moulding flash"],
    ],
  },
  {
    codes: /^(84|85|87)/,
    points: [
      QUANTITY,
      onFew({ text: "耐压测试 · Dielectric strength", tolerance: "≤ 5 mA" }, [0.2, 2.8, 0.5, 2, "mA"]),
      point({ code: "label" }, LEGIBLE),
      onFew({ code: "function", isCritical: true }, WORKS),
    ],
    flaws: [
      ["surface_scratch", "外壳轻微划痕 · Light scratch on the housing"],
      ["print_faint", "丝印偏淡 · Faint screen print"],
      ["manual_missing", "缺说明书 · Manual missing"],
    ],
  },
  {
    codes: /./,
    points: [
      QUANTITY,
      point({ code: "workmanship" }, ["无明显缺陷 · No visible defect", "与封样一致 · As the sealed sample"]),
      onFew({ code: "dimensions", tool: calliper }, [22.4, 61.8, 0.8, 1, "mm"]),
    ],
    flaws: [["surface_scratch", "表面轻微划痕 · Light scratches"]],
  },
];
