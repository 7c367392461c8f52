using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.House;

/// <summary>A line of rooms.txt that is not valid, and the reason.</summary>
internal sealed record RoomsProblem(string Message, Location Location);
