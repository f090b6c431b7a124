"use client";

import "./styles/index.css";

// Only for an address outside of every language, which reaches nobody but by its file ending: so it speaks all of them in as few words as
// it can. It is also sent along with every page, in place of Next's own, which is longer than some pages of ours.
const WORDS = {
  en: "There is no page here.",
  "zh-CN": "没有这个页面。",
  ru: "Такой страницы нет.",
  vi: "Không có trang này.",
  kk: "Мұндай бет жоқ.",
} as const;

export default function NotFound() {
  return (
    <main className="wrap">
      <div className="page-head">
        <h1>Kouan 口岸</h1>
      </div>
      {Object.entries(WORDS).map(([lang, words]) => (
        <p key={lang} lang={lang}>
          <a href={`/${lang}`}>{words}</a>
        </p>
      ))}
    </main>
  );
}
