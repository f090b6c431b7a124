import EmailReplyParser from "email-reply-parser";

/** As mail programs begin what they quote, where the parser knows no form of theirs. */
const QUOTED = [
  /^-{2,}\s*(?:原始邮件|回复的原邮件|Original Message|Исходное сообщение|Пересылаемое сообщение)\s*-{2,}/iu,
  /^(?:发件人|寄件者|От кого|От|From)\s*[:：]\s*.*(?:Kouan|no-reply@)/iu,
  /(?:写道|寫道|пишет|написал\(?а?\)?|wrote)\s*[:：]\s*$/iu,
];

/** What somebody wrote in a reply, above what it quotes and without the signature. */
export function wordsOfReply(text: string): string {
  const visible = new EmailReplyParser().read(text.replaceAll("\r\n", "\n")).getVisibleText();
  const lines = visible.split("\n");
  const quotedFrom = lines.findIndex((line) => QUOTED.some((form) => form.test(line.trim())));
  return (quotedFrom < 0 ? lines : lines.slice(0, quotedFrom)).join("\n").trim();
}
