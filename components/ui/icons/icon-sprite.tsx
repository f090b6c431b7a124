import { ICON_PATHS } from "./icon-paths";

/** Every outline once per page; `Icon` refers to it. Stands first in the body. */
export function IconSprite() {
  return (
    <svg className="icon-sprite" aria-hidden="true">
      <defs>
        {Object.entries(ICON_PATHS).map(([name, d]) => (
          <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
            <path d={d} />
          </symbol>
        ))}
      </defs>
    </svg>
  );
}
