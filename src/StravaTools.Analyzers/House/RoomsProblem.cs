using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.House;

/// <summary>A line of rooms.txt that is not understood, and why.</summary>
internal sealed record RoomsProblem(string Message, Location Location);
