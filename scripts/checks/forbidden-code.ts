import { type SourceFile, check, codeFiles, isTest, placeOf } from "./checkout";

type Ban = { readonly pattern: RegExp; readonly where: RegExp; readonly except?: RegExp; readonly why: string };

// Written in pieces, so that this list does not report itself.
const join = (...parts: readonly string[]): RegExp => new RegExp(parts.join(""), "g");

const BANS: readonly Ban[] = [
  {
    pattern: join("(eslint|oxlint)-dis", "able|biome-ig", "nore|@ts-(ig", "nore|expect-error|nocheck)"),
    where: /./,
    why: "a finding is mended or the rule changed for all, never silenced on the spot",
  },
  {
    pattern: join("Math\\.ran", "dom"),
    where: /^(app|server|db|domain)\//,
    except: /^db\/(seed\/|database\.ts)/,
    why: "ids and secrets come from node:crypto; chance elsewhere is passed in",
  },
  {
    pattern: join("sql\\.r", "aw"),
    where: /^(app|server|db|domain|scripts)\//,
    except: /^db\/dialect\//,
    why: "text in a statement is a parameter; raw SQL is written in db/dialect only",
  },
  {
    pattern: join("child_", "process"),
    where: /^(app|server|db|views|domain|components)\//,
    except: /\.test\.ts$/,
    why: "nothing that serves a request starts a program",
  },
  {
    pattern: join("createCip", "heriv"),
    where: /./,
    except: /^server\/sealing\//,
    why: "one place seals, in AES-256-GCM",
  },
  { pattern: join("new Fun", "ction\\(|\\bev", "al\\("), where: /./, why: "no code from text" },
  {
    pattern: join("\\.(only|skip|to", "do)\\("),
    where: /\.(test|spec)\.tsx?$/,
    why: "a test that does not run proves nothing",
  },
];

/** What must not stand in the code at all, or only in one place. */
export function bannedIn(file: SourceFile): string[] {
  return BANS.filter(({ where, except }) => where.test(file.path) && !except?.test(file.path)).flatMap(
    ({ pattern, why }) =>
      [...file.text.matchAll(pattern)].map((match) => `${placeOf(file, match.index)} ${match[0]}: ${why}`),
  );
}

/** Commented-out code, by lines that end as statements do. */
export function deadCode(file: SourceFile): string[] {
  const lines = file.text.split("\n");
  return lines.flatMap((line, at) =>
    /^\s*\/\/.*(;|\{|=>|\),?)\s*$/.test(line) &&
    /^\s*\/\/\s*(const|let|if|for|return|await|import|export|\}|[a-z]+\.[a-z]+\()/.test(line)
      ? [`${file.path}:${at + 1} commented-out code`]
      : [],
  );
}

export const nothingForbidden = check("nothing forbidden", () =>
  codeFiles().flatMap((file) => [...bannedIn(file), ...(isTest(file.path) ? [] : deadCode(file))]),
);
