const LIST_PATH = /\/content-manager\/collection-types\/api::([a-z-]+)\.\1(?:[/?]|$)/;

/** The API name of the type whose list is open, read from a path of the panel. */
export const typeOfPath = (path: string): string | undefined => LIST_PATH.exec(path)?.[1];
