"""Chinese values of the official tables: text in, frozen values and faults out.

Every parser here is pure and total: it takes any string, never raises, and returns what it understood
together with `Fault`s whose offsets count characters of the given text. Nothing here reads a file, knows a
register or prints a message; the caller turns a fault into a diagnostic at file:line:column.

Import from the module that owns the name (`from gkstd.model.values.channel import Channel`): the package itself
imports nothing, so a command pays only for the values it uses.
"""
