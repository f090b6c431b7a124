// People who look at goods. All names are invented.

/** Family and given names, each as it is written and in Latin letters; where a language is written in Latin letters alone, once. */
const CHINESE = {
  families: ["陈 Chen", "吴 Wu", "何 He", "罗 Luo", "邓 Deng", "郑 Zheng", "冯 Feng", "曾 Zeng", "彭 Peng", "蔡 Cai"],
  given: [
    "亮 Liang",
    "静 Jing",
    "晓峰 Xiaofeng",
    "敏 Min",
    "凯 Kai",
    "燕 Yan",
    "志强 Zhiqiang",
    "海涛 Haitao",
    "文博 Wenbo",
  ],
};
const ELSEWHERE: Readonly<Record<string, { readonly families: readonly string[]; readonly given: readonly string[] }>> =
  {
    VN: {
      families: ["Nguyễn", "Trần", "Phạm", "Đỗ", "Vũ", "Bùi"],
      given: ["Văn Hùng", "Thị Lan", "Quốc Bảo", "Minh Đức", "Thu Hà"],
    },
    RU: {
      families: ["Волков Volkov", "Зайцев Zaitsev", "Орлов Orlov"],
      given: ["Андрей Andrei", "Сергей Sergei", "Илья Ilya"],
    },
    KZ: {
      families: ["Сейітов Seitov", "Оспанов Ospanov", "Жұмабаев Zhumabayev", "Кенжебаев Kenzhebayev"],
      given: ["Ерлан Yerlan", "Дәурен Dauren", "Асхат Askhat", "Нұрлан Nurlan"],
    },
    MN: {
      families: ["Батбаяр Batbayar", "Ганболд Ganbold"],
      given: ["Тэмүүлэн Temuulen", "Бат-Эрдэнэ Bat-Erdene", "Энхжин Enkhjin"],
    },
  };

/** More inspectors than this come to no visit. */
export const INSPECTORS_OF_COMPANY = 6;

const parts = (name: string): readonly [own: string, latin: string] => {
  const [own = name, latin = own] = name.split(" ");
  return [own, latin];
};

function chinese(): string[] {
  const { families, given } = CHINESE;
  return given.flatMap((one, shift) =>
    families.map((_, at) => {
      const [family, latinFamily] = parts(families[(at + shift) % families.length] ?? "");
      const [name, latin] = parts(one);
      return `${family}${name} ${latinFamily} ${latin}`;
    }),
  );
}

function named(country: string): string[] {
  const pool = ELSEWHERE[country];
  if (!pool) return chinese();
  return pool.given.flatMap((given) =>
    pool.families.map((family) => {
      // Names of Viet Nam need no second spelling.
      if (country === "VN") return `${family} ${given}`;
      const [[own, latin], [ownFamily, latinFamily]] = [parts(given), parts(family)];
      return `${own} ${ownFamily} ${latin} ${latinFamily}`;
    }),
  );
}

/** Deals the people of a country out to its companies, so that nobody works for two; a company keeps its own. */
export class Inspectors {
  private readonly left = new Map<string, string[]>();
  private readonly of = new Map<string, readonly string[]>();

  ofCompany(organisationId: string, country: string): readonly string[] {
    const known = this.of.get(organisationId);
    if (known) return known;
    const pool = country in ELSEWHERE ? country : "CN";
    const left = this.left.get(pool) ?? named(pool);
    const own = left.slice(0, INSPECTORS_OF_COMPANY);
    if (own.length < INSPECTORS_OF_COMPANY) throw new Error(`The demo has no inspectors left in ${pool}`);
    this.left.set(pool, left.slice(INSPECTORS_OF_COMPANY));
    this.of.set(organisationId, own);
    return own;
  }
}
