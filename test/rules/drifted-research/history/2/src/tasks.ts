export const tasks = 2
