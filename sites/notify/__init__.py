"""Notify: the messages the service sends, by e-mail, from the queue.

Never knows: another site, why something happened. It listens to news and writes what people must know.
"""
