"use client";

import "./styles/index.css";

type GlobalErrorProps = { readonly error: Error & { digest?: string } };

// Only where the frame itself fails: no language is known then, so it speaks all of them in as few words as it can.
const WORDS = {
  en: "The page could not be made. Nothing was changed. Load it again.",
  "zh-CN": "页面未能生成，数据没有改动。请重新加载。",
  ru: "Страницу не удалось построить, данные не изменились. Загрузите её ещё раз.",
  vi: "Không tạo được trang, dữ liệu không thay đổi. Hãy tải lại.",
  kk: "Бетті құру мүмкін болмады, деректер өзгерген жоқ. Қайта жүктеңіз.",
} as const;

export default function GlobalError({ error }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <main className="wrap">
          <h1>Kouan 口岸</h1>
          {Object.entries(WORDS).map(([lang, words]) => (
            <p key={lang} lang={lang}>
              {words}
            </p>
          ))}
          {error.digest && <p>{error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
