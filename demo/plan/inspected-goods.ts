import type { InspectionSpec } from "../../domain/services/inspection/spec";
import { between, pick, type Random } from "./random";

type Item = NonNullable<InspectionSpec["checklist"]>[number];
type Test = NonNullable<InspectionSpec["specialTests"]>[number];

/** The least and the most that goods in order measure, how far one lot spreads, how many decimals are read, and in what; or words of which one is written down. */
type Measured = readonly [min: number, max: number, spread: number, digits: number, unit: string] | readonly string[];

/** A point of a checklist, and what is read of it where the goods are in order. */
export type Point = { readonly item: Item; readonly measured: Measured };

/** A light flaw that such goods have: its code, and what it is called. */
export type Flaw = readonly [code: string, words: string];

export type InspectedGoods = {
  /** Codes of the Harmonized System that begin so. */
  readonly codes: RegExp;
  readonly points: readonly Point[];
  readonly tests?: readonly Test[];
  readonly flaws: readonly Flaw[];
};

const QUANTITY: Point = { item: { code: "quantity" }, measured: [] };
const point = (item: Item, measured: Measured): Point => ({ item, measured });
/** A point that is looked at on a small sample of its own, since it takes time or destroys the unit. */
const onFew = (item: Item, measured: Measured): Point => point({ ...item, level: "S-2" }, measured);
const LEGIBLE = [
  "清晰，与样稿一致 · Legible, as approved",
  "清晰完整 · Legible and complete",
  "与唛头样稿相符 · As the approved mark",
];
const NO_ODOUR = ["无异味 · No foreign odour", "气味正常 · Odour normal"];
const WORKS = [
  "开机正常 · Starts and runs",
  "功能齐全 · All functions work",
  "通电运行 10 分钟正常 · Ran for 10 minutes",
];
const thermometer = "探针温度计 · Probe thermometer";
const calliper = "游标卡尺 · Calliper";
const moistureMeter = "水分仪 · Moisture meter";

/** What is looked at on goods, by their codes; the first that fits. All figures are estimates of what such goods measure. */
const GOODS: readonly InspectedGoods[] = [
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
    codes: /^(04|13|15)/,
    points: [
      QUANTITY,
      onFew({ code: "moisture" }, [0.08, 17.4, 0.1, 2, "%"]),
      onFew({ code: "colour" }, ["浅琥珀色 · Light amber", "与留样一致 · As the kept sample"]),
      onFew({ code: "odour", isCritical: true }, NO_ODOUR),
    ],
    flaws: [["lid_loose", "桶盖未旋紧 · Lid not tight"]],
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
    codes: /^(39|4001)/,
    points: [
      QUANTITY,
      onFew({ code: "weight" }, [24.96, 35.06, 0.05, 2, "kg"]),
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
    codes: /^(44|4703)/,
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
    codes: /^(5[0-5]|60)/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tolerance: "± 1 cm" }, [148.2, 151.6, 1.4, 1, "cm"]),
      onFew({ text: "克重 · Weight per area", tolerance: "± 5 %" }, [178, 236, 6, 0, "g/m²"]),
      onFew({ text: "色牢度（摩擦）· Colour fastness to rubbing", isCritical: true }, [
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
    codes: /^(38|69|7|8545)/,
    points: [
      QUANTITY,
      onFew({ code: "dimensions", tool: calliper }, [11.8, 12.3, 0.24, 2, "mm"]),
      onFew({ code: "weight" }, [982, 1_018, 14, 0, "kg"]),
      point({ code: "material", isCritical: true }, [
        "与质保书炉号一致 · Heat number as on the certificate",
        "批号与质保书相符 · Batch as on the certificate",
      ]),
    ],
    flaws: [
      ["surface_rust", "轻微浮锈 · Light surface rust"],
      ["corner_chipped", "掉角 · Chipped corner"],
    ],
  },
  {
    codes: /^(8429|8427|8477|8445|8457|870[1-36-9]|8716)/,
    points: [
      QUANTITY,
      point({ text: "铭牌与车架号 · Plate and chassis number", isCritical: true }, LEGIBLE),
      point({ code: "appearance" }, ["漆面完好 · Paint sound", "外观无碰伤 · No dents"]),
      point({ code: "function", isCritical: true }, WORKS),
    ],
    flaws: [["paint_scratch", "漆面轻微划痕 · Light scratch in the paint"]],
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
    tests: [{ test: "function", level: "S-1" }],
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

/** What is looked at on goods of a code. */
export const inspectedGoods = (hsCode: string): InspectedGoods =>
  GOODS.find(({ codes }) => codes.test(hsCode)) ?? (GOODS.at(-1) as InspectedGoods);

const isFigures = (measured: Measured): measured is readonly [number, number, number, number, string] =>
  typeof measured[0] === "number";

const written = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

/** What an inspector writes of a point on goods in order: the least and the most that was read, or words; of the number of pieces the number. */
export function readingOf(random: Random, { measured }: Point, pieces: number): string {
  if (!isFigures(measured))
    return measured.length === 0 ? `${pieces.toLocaleString("en-US")} 件 · pcs` : pick(random, measured);
  const [min, max, spread, digits, unit] = measured;
  const least = between(random, min, Math.max(min, max - spread));
  const most = least + spread * between(random, 0.5, 1);
  const [from, to] = [written(least, digits), written(most, digits)];
  return from === to ? `${from} ${unit}` : `${from}${min < 0 ? " … " : "–"}${to} ${unit}`;
}
