// The page has React as a script; the hook imports it as a module.
export const { useEffect, useState } = window.React;
