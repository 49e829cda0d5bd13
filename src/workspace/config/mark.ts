/** Names that mark a workspace, readable as a config or not. */
export const CONFIG_MARK = /^spec\.config\.[^.]+$/
