"""How a net is trained. Nothing here is imported by the running bot."""
