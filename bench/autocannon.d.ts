declare module "autocannon" {
  export type Sent = {
    method?: string;
    path?: string;
    headers?: Readonly<Record<string, string>>;
    body?: string;
    setupRequest?: (request: Sent, context: object) => Sent;
  };
  export type Options = {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    requests?: readonly Sent[];
  };
  export type Answered = {
    readonly duration: number;
    readonly non2xx: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly "2xx": number;
  };
  export default function autocannon(
    options: Options,
    done: (error: Error | null, answered: Answered) => void,
  ): { on(event: "response", listener: () => void): void };
}
