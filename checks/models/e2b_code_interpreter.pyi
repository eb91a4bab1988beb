from e2b import Sandbox as Sandbox, AsyncSandbox as AsyncSandbox, Sandbox as CodeInterpreter
