/** Text of a program or a call, as it is; long lines turn. */
export function CodeBlock({ children }: { readonly children: string }) {
  return (
    <pre className="code-block">
      <code>{children}</code>
    </pre>
  );
}
