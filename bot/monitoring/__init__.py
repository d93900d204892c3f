"""What the operator's monitoring may know of the running bot: figures and health, no ids."""
