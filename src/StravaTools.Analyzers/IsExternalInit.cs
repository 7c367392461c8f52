using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>What the compiler wants of records, and .NET Standard 2.0 does not have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
